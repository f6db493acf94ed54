import * as migration_20261123_204040_initial from './20261123_204040_initial.js';
import * as migration_20261124_125827_proofs from './20261124_125827_proofs.js';
import * as migration_20261125_181920_websites from './20261125_181920_websites.js';

export const migrations = [
  {
    up: migration_20261123_204040_initial.up,
    down: migration_20261123_204040_initial.down,
    name: '20261123_204040_initial',
  },
  {
    up: migration_20261124_125827_proofs.up,
    down: migration_20261124_125827_proofs.down,
    name: '20261124_125827_proofs',
  },
  {
    up: migration_20261125_181920_websites.up,
    down: migration_20261125_181920_websites.down,
    name: '20261125_181920_websites'
  },
];
