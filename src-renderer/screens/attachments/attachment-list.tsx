import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import type { AttachmentView } from '#contract/attachments.ts'
import { useRegister } from '../../app/status-context.ts'
import { useSpeech } from '../../app/text.ts'
import { cx } from '../../components/cx.ts'
import { GroupRow, Panel } from '../../components/panel.tsx'
import { StatusText } from '../../components/status-tag.tsx'
import css from './attachments.module.css'
import { sizeInWords, typeName } from './words.ts'

type Given = {
  readonly attachments: readonly AttachmentView[]
  readonly chosen: string | undefined
  readonly nameOf: (id: string) => { readonly name: string; readonly issuer: string | null } | undefined
  readonly onChoose: (id: string) => void
}

/** Files by the type of paper that they are, the newest first. */
export function AttachmentList({ attachments, chosen, nameOf, onChoose }: Given): ReactNode {
  const speech = useSpeech()
  const types = [...new Set(attachments.map(({ documentType }) => documentType))]
    .map((type) => ({ type, name: typeName(speech, type) }))
    .toSorted(
      (one, other) =>
        Number(one.type === null) - Number(other.type === null) || one.name.localeCompare(other.name, document.documentElement.lang),
    )
  return (
    <Panel>
      {types.map(({ type, name }) => {
        const group = attachments.filter(({ documentType }) => documentType === type).toSorted(newestFirst)
        return (
          <section key={name} aria-label={name}>
            <GroupRow title={name} level={2} count={group.length} />
            <ul>
              {group.map((each) => (
                <li key={each.id}>
                  <Row attachment={each} named={nameOf(each.id)} isChosen={each.id === chosen} onChoose={() => onChoose(each.id)} />
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </Panel>
  )
}

const dayOf = ({ issuedOn, addedAt }: AttachmentView): string => issuedOn ?? addedAt.slice(0, 10)
const newestFirst = (one: AttachmentView, other: AttachmentView): number => (dayOf(one) < dayOf(other) ? 1 : -1)

type RowGiven = {
  readonly attachment: AttachmentView
  readonly named: { readonly name: string; readonly issuer: string | null } | undefined
  readonly isChosen: boolean
  readonly onChoose: () => void
}

function Row({ attachment, named, isChosen, onChoose }: RowGiven): ReactNode {
  const speech = useSpeech()
  const { t, day } = speech
  const { today } = useRegister()
  const { id, documentType, issuedOn, addedAt, size, kind, misleads, inCase } = attachment
  const dated = issuedOn === null ? t('attachment.undated') : day(issuedOn, today)
  const issuer = named?.issuer ?? attachment.issuer
  return (
    <Button
      className={cx(css['row'], isChosen && css['chosen'])}
      onPress={onChoose}
      data-attachment={id}
      {...(isChosen ? { 'aria-current': true } : {})}
    >
      <span className={css['what']}>
        <span className={css['name']}>{named === undefined ? `${typeName(speech, documentType)}, ${dated}` : <bdi>{named.name}</bdi>}</span>
        <span className={css['small']}>{[named === undefined ? undefined : dated, issuer].filter((part) => part != null).join(' · ')}</span>
        {misleads ? (
          <StatusText status="soon" small>
            {t('attachment.misleads', { kind: t(`attachment.kind.${kind}`) })}
          </StatusText>
        ) : null}
        {inCase ? (
          <StatusText status="met" small>
            {t('attachment.inCase')}
          </StatusText>
        ) : null}
      </span>
      <span className={css['facts']}>
        <span>{t(`attachment.kind.${kind}`)}</span>
        <span>{sizeInWords(speech, size)}</span>
        <span>{t('attachment.addedOn', { date: day(addedAt.slice(0, 10), today) })}</span>
      </span>
    </Button>
  )
}
