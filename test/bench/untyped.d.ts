declare module '@citation-js/plugin-enw';
declare module '@citation-js/plugin-ris';
declare module 'papaparse' {
  export function parse(text: string, options: { readonly header: boolean }): unknown;
}
