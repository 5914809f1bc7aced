// The command line as it is, but checking opens no browser: for tests of what the gateway does with an answer.
if (process.argv.includes('check')) process.argv.push('--no-browser');
await import('../../../scripts/throughline.mts');
