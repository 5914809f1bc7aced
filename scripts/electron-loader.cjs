'use strict';
// The fallback runtime comes without Electron's default app, the part that runs `electron <folder or file>`.
// This does the same: it finds the first plain argument that exists and runs the application in it.
const { app } = require('electron');
const { existsSync, readFileSync, statSync } = require('node:fs');
const { dirname, join, resolve } = require('node:path');

const named = process.argv.slice(1).find((argument) => !argument.startsWith('-') && existsSync(argument));

if (named === undefined) {
  process.stderr.write('Name the application: electron [switches] <folder or main file>\n');
  app.exit(2);
} else {
  run(resolve(named));
}

function run(path) {
  const isFolder = statSync(path).isDirectory();
  const folder = isFolder ? path : dirname(path);
  const description = readDescription(join(folder, 'package.json'));
  const name = description.productName ?? description.name;
  if (name !== undefined) app.setName(name);
  app.setAppPath(folder);
  process.defaultApp = true;
  require(isFolder ? join(folder, description.main ?? 'index.js') : path);
}

function readDescription(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}
