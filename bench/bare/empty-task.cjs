// A task of the bare pool: it says that it runs, and never ends.
const { parentPort } = require('node:worker_threads');

module.exports = () => {
  parentPort.postMessage('begun');
  return new Promise(() => undefined);
};
