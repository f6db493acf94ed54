// Whether something built is older than its sources: by a hash of what they say, since dates lie after a checkout.
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** Every file under the paths, in a stable order. */
export function filesUnder(root, paths) {
  return paths
    .flatMap((one) => {
      const full = path.join(root, one)
      return statSync(full).isDirectory()
        ? readdirSync(full, { recursive: true }).map((name) => path.join(one, name))
        : [one]
    })
    .filter((one) => statSync(path.join(root, one)).isFile())
    .sort()
}

/** A hash of the sources' names and contents. */
export function hashOf(root, paths) {
  const hash = createHash('sha256')
  for (const file of filesUnder(root, paths))
    hash
      .update(`${file}\0`)
      .update(readFileSync(path.join(root, file)))
      .update('\0')
  return hash.digest('hex')
}

const stampOf = (root, name) => path.join(root, '.build', name)

export function isStale(root, name, paths) {
  try {
    return readFileSync(stampOf(root, name), 'utf8') !== hashOf(root, paths)
  } catch {
    return true
  }
}

export function markBuilt(root, name, paths) {
  mkdirSync(path.join(root, '.build'), { recursive: true })
  writeFileSync(stampOf(root, name), hashOf(root, paths))
}
