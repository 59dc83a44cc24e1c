import * as fc from 'fast-check';

// Run before each unit test file. Property tests look elsewhere every time they run here, and say where when they find
// something. In CI they look where they looked for the same commit before: whether a change lands is not left to dice.
const told = Number(process.env['PAPERSIDE_SEED'] ?? (process.env['CI'] === 'true' ? 20_261_127 : Number.NaN));
if (Number.isSafeInteger(told)) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: told });
