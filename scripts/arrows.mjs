// Holds the arrows of .dependency-cruiser.mjs, and fails when fewer modules were seen than there are: a check that sees
// nothing finds nothing.
import { cruise } from 'dependency-cruiser'
import configuration from '../.dependency-cruiser.mjs'
import { filesUnder } from './stale.mjs'

// The parser reads no JSX: the admin's components are the only files with it, and nothing imports them but Next.
const hasJsx = (file) => file.endsWith('.tsx')
const roots = ['src', 'collections']
const { forbidden, options } = configuration
const all = filesUnder('.', roots)
const misplaced = all.filter((file) => hasJsx(file) && !/^src\/(admin|app)\//.test(file))
const { output } = await cruise(roots, { ...options, ruleSet: { forbidden }, validate: true })
const written = all.filter((file) => file.endsWith('.ts'))
const seen = new Set(output.modules.map(({ source }) => source))
const unseen = written.filter((file) => !seen.has(file))
for (const { from, to, rule } of output.summary.violations) console.error(`${rule.name}: ${from} → ${to}`)
if (misplaced.length > 0) console.error(`JSX outside the admin: ${misplaced.join(', ')}`)
if (unseen.length > 0) console.error(`not seen: ${unseen.join(', ')}`)
console.log(`${written.length} modules, ${output.summary.violations.length} forbidden arrows`)
process.exit(unseen.length + misplaced.length > 0 || output.summary.violations.length > 0 ? 1 : 0)
