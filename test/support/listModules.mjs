// Given to Node with --import: writes the address of every module that is loaded into the file that MODULES names.
import { appendFileSync } from 'node:fs'
import Module, { register } from 'node:module'

const note = (address) => appendFileSync(process.env.MODULES, `${address}\n`)
const hook = `import { appendFileSync } from 'node:fs'
export const load = (url, context, next) => {
  appendFileSync(process.env.MODULES, url + '\\n')
  return next(url, context)
}`
register(`data:text/javascript,${encodeURIComponent(hook)}`)
const load = Module._load
Module._load = function (request, parent, isMain) {
  note(Module._resolveFilename(request, parent, isMain))
  return load.call(this, request, parent, isMain)
}
