import { type ReactNode, useState } from 'react'
import type { Output } from '#contract/operations.ts'
import type { VersionKind } from '#domain/changes/versions.ts'
import { fieldName, valueWords } from '../../app/field-words.ts'
import { useAnswer } from '../../app/queries.ts'
import { useReadingNames } from '../../app/reading-names.ts'
import { type Speech, useSpeech } from '../../app/text.ts'
import { Answer } from '../../components/answer.tsx'
import { Drawer, DrawerPart } from '../../components/drawer.tsx'
import { Segment } from '../../components/segment.tsx'
import css from './versions.module.css'

type Version = Output<'case.versions'>['versions'][number]
type Given = { readonly reference: string; readonly kinds: readonly [VersionKind, ...VersionKind[]]; readonly onClose: () => void }

/** Versions with day and signer; two of them laid beside each other, field by field. */
export function VersionsDrawer({ reference, kinds, onClose }: Given): ReactNode {
  const { t } = useSpeech()
  const [kind, setKind] = useState<VersionKind>(kinds[0])
  const answer = useAnswer('case.versions', { reference, kind })
  const choices = kinds.map((id) => ({ id, label: t(`versions.kind.${id}`) }))
  return (
    <Drawer label={t('versions.title')} overline={t('versions.title')} onClose={onClose}>
      {kinds.length === 1 ? null : (
        <DrawerPart>
          <Segment label={t('versions.what')} value={kind} choices={choices} onChange={setKind} />
        </DrawerPart>
      )}
      <Answer query={answer}>{({ versions }) => <Versions key={kind} reference={reference} kind={kind} versions={versions} />}</Answer>
    </Drawer>
  )
}

type ListGiven = { readonly reference: string; readonly kind: VersionKind; readonly versions: readonly Version[] }

function Versions({ reference, kind, versions }: ListGiven): ReactNode {
  const speech = useSpeech()
  const { t, day } = speech
  const [one, setOne] = useState(String(versions.at(-2)?.id ?? ''))
  const [other, setOther] = useState(String(versions.at(-1)?.id ?? ''))
  const names = versions.map((version, index) => ({ id: String(version.id), label: versionName(speech, kind, version, index + 1) }))
  if (versions.length === 0) return <DrawerPart>{t('versions.none')}</DrawerPart>
  return (
    <>
      <DrawerPart>
        <h2>{t(`versions.kind.${kind}`)}</h2>
        <p className={css['small']}>{t('versions.lead')}</p>
        <ol className={css['list']}>
          {versions.map(({ id, on, by }, index) => (
            <li key={id}>
              <b>{names[index]?.label}</b>
              <span className={css['small']}>{by === null ? day(on) : t('versions.by', { date: day(on), who: by })}</span>
            </li>
          ))}
        </ol>
      </DrawerPart>
      {versions.length === 1 ? (
        <DrawerPart>{t('versions.onlyOne')}</DrawerPart>
      ) : (
        <DrawerPart>
          <Segment label={t('versions.one')} value={one} choices={names} onChange={setOne} />
          <Segment label={t('versions.other')} value={other} choices={names} onChange={setOther} />
          <Comparison key={`${one} ${other}`} reference={reference} kind={kind} one={Number(one)} other={Number(other)} />
        </DrawerPart>
      )}
    </>
  )
}

function versionName({ t, tOr }: Speech, kind: VersionKind, { codes }: Version, n: number): string {
  const profile = tOr([`recipient-profile.${codes['profile'] ?? 'IOM_FI'}`])
  const language = tOr([`language.${codes['language'] ?? 'sv'}`])
  return t(`versions.item.${kind}`, { n, gate: String(codes['gate'] ?? ''), version: String(codes['version'] ?? ''), profile, language })
}

type Pair = { readonly reference: string; readonly kind: VersionKind; readonly one: number; readonly other: number }

function Comparison({ reference, ...pair }: Pair): ReactNode {
  const speech = useSpeech()
  const { t } = speech
  const reading = useReadingNames(reference)
  const answer = useAnswer('case.compare', { reference, ...pair, ...reading })
  const words = (value: string | null, path: string) => (value === null ? t('journal.nothing') : valueWords(speech, value, path))
  return (
    <Answer query={answer}>
      {({ changes }) => (
        <>
          <p className={css['small']}>{changes.length === 0 ? t('versions.same') : t('versions.differ', { n: changes.length })}</p>
          <ul className={css['list']}>
            {changes.map(({ path, from, to, hidden }) => (
              <li key={path}>
                <b>{fieldName(speech, path)}</b>
                <span>{hidden ? t('journal.hiddenValue') : t('journal.fromTo', { from: words(from, path), to: words(to, path) })}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Answer>
  )
}
