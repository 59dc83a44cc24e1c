/** Names of folders in which nobody keeps papers, and in which a search would take long. */
export const paperlessFolders: readonly string[] = ['node_modules', '.git', '.venv', '__pycache__'];
