import type { Command } from 'commander'
import { checkFiles, type FilesVerdict } from '../archive/read/checkFiles.js'
import { withArchive } from './archive.js'
import { both, progressOn, tell, type Output } from './output.js'

export function fixityVerb(program: Command): void {
  program
    .command('fixity')
    .description('read every file that the archive needs and name the first that is damaged (exit code 1)')
    .option('--all', 'read on, and name all that are damaged')
    .option('--json', 'for machines')
    .addHelpText('after', '\nIt writes nothing and runs beside the service, which does the same by itself.')
    .action(fixity)
}

async function fixity(options: Output & { all?: boolean }): Promise<void> {
  await withArchive(async ({ reader, files }) => {
    const bar = progressOn('filer')
    const verdict = await checkFiles({ reader, files, all: options.all ?? false, progress: bar.at }).finally(bar.end)
    if (verdict.damaged.length > 0) process.exitCode = 1
    tell(options, verdict, wordsOf(verdict))
  })
}

function wordsOf({ files, checked, damaged }: FilesVerdict): string {
  if (damaged.length === 0) return both({ sv: `Alla ${files} filer är oskadda.`, en: `All ${files} files are whole.` })
  const lines = damaged.map(
    ({ message, documents }) => `${both(message)}\n  ${documents.map((id) => `/id/${id}`).join(' ')}`,
  )
  const [sv, en] = [
    `Skadade filer: ${damaged.length}. Lästa: ${checked} av ${files}. Återställ från en säkerhetskopia, eller ladda upp samma fil igen.`,
    `Damaged files: ${damaged.length}. Read: ${checked} of ${files}. Restore from a backup, or upload the same file again.`,
  ]
  return [...lines, both({ sv, en })].join('\n')
}
