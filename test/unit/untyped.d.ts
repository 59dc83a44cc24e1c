// Packages of the tests that come without types and are loaded for what they plug in.
declare module '@citation-js/plugin-ris';
