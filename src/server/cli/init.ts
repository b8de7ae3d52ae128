import { EXIT, type Command } from './command.js';

export const init: Command = {
  name: 'init',
  usage: '',
  summary: '',
  description: '',
  options: {},
  examples: [],
  run: () => Promise.resolve(EXIT.ok),
};
