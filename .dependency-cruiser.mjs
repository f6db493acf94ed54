// The allowed arrows between folders: data flows one way, and delivery knows of nothing but the archive.
const never = (name, from, to, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: from },
  to: { path: to },
})

/** Files that every part may use: closed lists, the error class. */
const leaves = '^src/(errors|vocabulary|secrets|databaseUrl|mongoConnection|sharedRuns)\\.ts$'
const only = (name, from, ...allowed) => ({
  name,
  severity: 'error',
  from: { path: from },
  to: { path: '^(src|collections)/', pathNot: [from, leaves, ...allowed] },
})

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    only('leaves-use-nothing', leaves),
    only('pure-uses-nothing', '^src/archive/pure/'),
    only('formats-use-pure', '^src/archive/formats/', '^src/archive/pure/'),
    only('the-archive-reads-by-itself', '^src/archive/read/', '^src/archive/(pure|formats)/'),
    only(
      'the-archive-writes-through-the-database',
      '^src/archive/write/',
      '^src/archive/(pure|formats)/',
      '^src/database/',
    ),
    only('delivery-knows-the-archive-alone', '^src/delivery/', '^src/archive/(read|pure|formats)/'),
    only('websites-are-known-past-payload', '^src/websites/'),
    only('the-edge-knows-delivery', '^src/http/', '^src/delivery/', '^src/websites/', '^src/archive/(read|pure)/'),
    only('access-asks-nobody', '^src/access/'),
    only(
      'workflow-writes-to-the-archive',
      '^src/workflow/',
      '^src/access/',
      '^src/archive/(write|pure|formats)/',
      '^src/database/',
      '^src/websites/keys\\.ts$',
    ),
    only('collections-are-data', '^collections/', '^src/(access|workflow)/'),
    only('the-database-serves', '^src/database/', '^src/archive/pure/', '^src/migrations/'),
    never(
      'no-payload-in-delivery',
      '^src/(delivery|http|websites|archive/(read|pure|formats))/',
      'node_modules/(payload|@payloadcms)/',
    ),
    never(
      'only-the-edge-and-roots-use-delivery',
      '^(collections|src/(access|workflow|archive|database|admin|seed|app))/',
      '^src/delivery/',
    ),
    never(
      'only-the-roots-assemble-the-editorial-side',
      '^(collections|src/(access|workflow|archive|database|delivery|http|admin|seed|app))/',
      '^src/editorial/',
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.next|dist|\\.tsx$' },
    tsPreCompilationDeps: true,
    parser: 'swc',
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node'],
    },
  },
}
