'use client'
import { DefaultCell, useTranslation } from '@payloadcms/ui'
import type { DefaultCellComponentProps } from 'payload'
import { inWords } from './archiveWords.js'

/** A cell of the archive's lists: what the archive keeps as codes and instants is read here as words and Swedish time. */
export function ArchiveCell(props: DefaultCellComponentProps) {
  const { i18n } = useTranslation()
  return <DefaultCell {...props} cellData={inWords(props.cellData, i18n.language === 'en' ? 'en' : 'sv')} />
}
