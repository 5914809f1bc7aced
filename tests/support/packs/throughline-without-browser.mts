// The command line as it is, but checking opens no browser and building reads nothing aloud: for tests of what the
// gateway does with an answer.
if (process.argv.includes('check')) process.argv.push('--no-browser');
if (process.argv.includes('build')) process.argv.push('--no-narrate');
await import('../../../scripts/throughline.mts');
