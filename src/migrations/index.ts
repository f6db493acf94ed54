import * as migration_20261123_204040_initial from './20261123_204040_initial.js';
import * as migration_20261124_120201_checkpoints from './20261124_120201_checkpoints.js';

export const migrations = [
  {
    up: migration_20261123_204040_initial.up,
    down: migration_20261123_204040_initial.down,
    name: '20261123_204040_initial',
  },
  {
    up: migration_20261124_120201_checkpoints.up,
    down: migration_20261124_120201_checkpoints.down,
    name: '20261124_120201_checkpoints'
  },
];
