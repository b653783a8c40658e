import { FilePlus2 } from 'lucide-react'
import { type ReactNode, useRef, useState } from 'react'
import { Button, DropZone, FileTrigger, isFileDropItem, Text } from 'react-aria-components'
import { addFiles, dropNewFiles } from '../../app/actions/attachments.ts'
import { useSpeech } from '../../app/text.ts'
import { ActionButton } from '../../components/action-button.tsx'
import buttons from '../../components/button.module.css'
import { cx } from '../../components/cx.ts'
import { Panel } from '../../components/panel.tsx'
import css from './attachments.module.css'
import { DescribeFields } from './describe-fields.tsx'
import { emptyFields, type Fields, isDayOrNothing } from './described.ts'
import { useAdding } from './use-adding.ts'
import { sizeInWords } from './words.ts'

type Given = { readonly reference: string; readonly types: readonly string[]; readonly largest: number; readonly empty: boolean }
type NewFile = { readonly key: number; readonly file: File; readonly fields: Fields }

/** Where files are dropped or chosen, and what is asked of each before it goes in. */
export function NewFiles({ reference, types, largest, empty }: Given): ReactNode {
  const speech = useSpeech()
  const { t } = speech
  const [files, setFiles] = useState<readonly NewFile[]>([])
  const count = useRef(0)
  const adding = useAdding(reference)
  const take = (chosen: readonly File[]): void => {
    adding.forget()
    setFiles((now) => [...now, ...chosen.map((file) => ({ key: count.current++, file, fields: emptyFields }))])
  }
  const change = (key: number, fields: Fields): void =>
    setFiles((now) => now.map((each) => (each.key === key ? { ...each, fields } : each)))
  const context = {
    count: files.length,
    typed: files.every(({ fields }) => fields.type !== ''),
    dated: files.every(({ fields }) => isDayOrNothing(fields.issuedOn)),
    busy: adding.progress !== undefined,
    add: () => void adding.add(files).then((left) => setFiles((now) => now.filter((each) => left.includes(each)))),
    drop: () => setFiles([]),
  }
  return (
    <Panel title={t('attachment.dropLabel')}>
      <div className={css['new']}>
        <DropZone
          className={cx(css['drop'])}
          data-drop=""
          onDrop={({ items }) => void Promise.all(items.filter(isFileDropItem).map((item) => item.getFile())).then(take)}
        >
          <FilePlus2 size={20} strokeWidth={1.75} aria-hidden="true" />
          <Text slot="label">{t(empty ? 'attachment.empty' : 'attachment.drop')}</Text>
          <FileTrigger allowsMultiple onSelect={(list) => take([...(list ?? [])])}>
            <Button className={cx(buttons['button'])} data-action="choose-files">
              {t('action.chooseFiles')}
            </Button>
          </FileTrigger>
        </DropZone>
        <p className={css['small']}>{t('attachment.dropHelp', { limit: largest / 1_000_000 })}</p>
        {files.length === 0 ? null : (
          <>
            <ul className={css['waiting']} aria-label={t('attachment.asked')}>
              {files.map(({ key, file, fields }) => (
                <li key={key}>
                  <p className={css['name']}>
                    <bdi>{file.name}</bdi>
                    <span className={css['small']}>{sizeInWords(speech, file.size)}</span>
                  </p>
                  <DescribeFields types={types} value={fields} onChange={(value) => change(key, value)} />
                </li>
              ))}
            </ul>
            <p className={css['small']}>{t('attachment.rowHelp')}</p>
            <div className={css['acts']}>
              <ActionButton action={addFiles} context={context} look="primary" />
              <ActionButton action={dropNewFiles} context={context} />
            </div>
          </>
        )}
        <Said adding={adding} />
      </div>
    </Panel>
  )
}

/** How far the files are, in words, and what came of each. */
function Said({ adding: { progress, outcomes } }: { readonly adding: ReturnType<typeof useAdding> }): ReactNode {
  const { t } = useSpeech()
  return (
    <div role="status" className={css['outcomes']} data-outcomes={outcomes.length}>
      {progress === undefined ? null : (
        <p>{t('attachment.progress', { at: progress.at, of: progress.of, percent: Math.floor(progress.share * 100) })}</p>
      )}
      {outcomes.map(({ key, text }) => (
        <p key={key}>{text}</p>
      ))}
    </div>
  )
}
