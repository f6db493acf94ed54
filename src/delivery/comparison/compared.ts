import { compareSnapshots, type Difference } from '../../archive/pure/diff/compare.js'
import type { Entry, Snapshot } from '../../archive/pure/model.js'
import { ServiceError } from '../../errors.js'
import type { Budget } from '../budget.js'
import { createScope, type Scope } from '../scope.js'
import { servedAs, type Served } from '../served.js'

/** Two records beside each other, and what tells them apart. */
export interface Compared {
  from: Entry
  to: Entry
  difference: Difference
  /** The newer one, at whose owner links and pictures are found. */
  served: Served
}

/**
 * Compares what two records let the public read.
 *
 * @throws ServiceError NOT_FOUND where one is not public or its text is sealed or disposed of; BAD_INPUT where one
 *   published nothing, or they are of two kinds; TOO_COMPLEX where they are too long for one answer
 */
export async function compareRecords(scope: Scope, budget: Budget, from: string, to: string): Promise<Compared> {
  const [older, newer] = [publicText(scope, from), publicText(scope, to)]
  const [before, after] = await Promise.all([scope.view.snapshot(older), scope.view.snapshot(newer)])
  for (const snapshot of [before, after]) budget.write(JSON.stringify(snapshot).length)
  const found = scope.view.document(after.document)
  if (!found) throw unknown(to)
  const at = createScope({ ...scope, county: after.owner })
  return {
    from: older,
    to: newer,
    difference: compareSnapshots(before as Snapshot, after as Snapshot, scope.language),
    served: servedAs(found, at, after),
  }
}

function publicText({ view }: Scope, id: string): Entry {
  const entry = view.record(id)
  if (!entry) throw unknown(id)
  if (entry.record.action !== 'PUBLISH') throw noText(id)
  if (view.sealOf(entry)) throw sealed(id)
  return entry
}

const unknown = (id: string): ServiceError =>
  new ServiceError('NOT_FOUND', {
    sv: `Det finns ingen offentlig post ${id.slice(0, 50)}. Posternas id står i dokumentets historik, i läsesalen under Händelser.`,
    en: `There is no public record ${id.slice(0, 50)}. Take the ids of records from the document's history.`,
  })

const noText = (id: string): ServiceError =>
  new ServiceError('BAD_INPUT', {
    sv: `Posten ${id} har ingen text: den publicerade ingenting. Välj en post som publicerade en text.`,
    en: `Record ${id} has no text: it published nothing. Choose one whose action is PUBLISH.`,
  })

const sealed = (id: string): ServiceError =>
  new ServiceError('NOT_FOUND', {
    sv: `Texten i posten ${id} är spärrad eller gallrad och kan inte jämföras.`,
    en: `The text of record ${id} is sealed or disposed of, and cannot be compared.`,
  })
