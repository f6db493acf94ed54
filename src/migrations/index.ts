import * as migration_20261123_204040_initial from './20261123_204040_initial.js';

export const migrations = [
  {
    up: migration_20261123_204040_initial.up,
    down: migration_20261123_204040_initial.down,
    name: '20261123_204040_initial'
  },
];
