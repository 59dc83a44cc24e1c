/** Where the script of citeproc leaves its `Engine`: a script that a worker runs has no other way to give something back. */
export const citeprocGlobal = 'papersideCiteproc';
