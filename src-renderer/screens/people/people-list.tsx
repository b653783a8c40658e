import { UserRound } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { ulid } from 'ulid'
import type { PersonView } from '#contract/views.ts'
import { personRoles } from '#domain/case/people.ts'
import { useCaseEditing } from '../../app/editing/case-editing.tsx'
import { useNames } from '../../app/names.tsx'
import { mayBeContacted, roleOf } from '../../app/roles.ts'
import { useSpeech } from '../../app/text.ts'
import { NewRecord } from '../../components/case-fields/new-record.tsx'
import { type CaseRecord, CaseRecords } from '../../components/case-fields/record-list.tsx'
import { cx } from '../../components/cx.ts'
import { Glyph } from '../../components/glyph.tsx'
import { StatusTag, StatusText } from '../../components/status-tag.tsx'
import css from './people.module.css'
import { PersonFields } from './person-fields.tsx'
import { personOf } from './person-words.ts'

/** Whom to leave alone first, then whom nobody has looked at. It stays so while the screen is open: a row that is being changed does not jump. */
function useOrder(people: readonly PersonView[]) {
  const [ranks] = useState(() => new Map(people.map((person) => [person.id, ['no', 'unknown', 'yes'].indexOf(person.safeToContact)])))
  const rank = (record: CaseRecord): number => ranks.get(personOf(record).id) ?? 3
  return (one: CaseRecord, other: CaseRecord): number => rank(one) - rank(other)
}

type Given = { readonly reference: string; readonly people: readonly PersonView[] }

/** Everybody around the child, each opened in its place. */
export function PeopleList({ reference, people }: Given): ReactNode {
  const speech = useSpeech()
  const { t } = speech
  const order = useOrder(people)
  const names = useNames()
  const called = (record: CaseRecord): string => names.person(reference, personOf(record).id)?.name ?? roleOf(speech, personOf(record))
  const roles = personRoles.map((id) => ({ id, label: t(`person-role.${id}`) }))
  return (
    <div className={css['body']}>
      <CaseRecords
        at="/people"
        label={t('section.people')}
        empty={t('people.empty')}
        order={order}
        name={called}
        row={(record) => <PersonRow reference={reference} person={personOf(record)} custodian={record['custodian'] === true} />}
      >
        {(at, record) => <PersonFields at={at} record={record} />}
      </CaseRecords>
      <NewRecord
        at="/people"
        label={t('people.add')}
        fields={[
          { kind: 'choice', name: 'role', label: t('people.role'), choices: roles },
          { kind: 'text', name: 'name', label: t('people.name'), help: t('people.name.help') },
        ]}
        record={({ role = '', name = '' }) => ({
          id: ulid().toLowerCase(),
          roles: [String(role)],
          name: String(name).trim(),
          custodian: false,
          safeToContact: 'unknown',
          mustNotLearnAddress: false,
          appointments: [],
        })}
      />
    </div>
  )
}

type RowGiven = { readonly reference: string; readonly person: PersonView; readonly custodian: boolean }

function PersonRow({ reference, person, custodian }: RowGiven): ReactNode {
  const speech = useSpeech()
  const { t, tOr } = speech
  const { isHidden } = useCaseEditing()
  const named = useNames().person(reference, person.id)
  const forbidden = !mayBeContacted(person)
  const role = roleOf(speech, person)
  const place = [person.organisation, person.town, person.country === null ? null : tOr([`country.${person.country}`])].filter(
    (part) => part !== null,
  )
  const phone = named === undefined || isHidden(`/people/${person.id}/phone`) ? null : named.phone
  return (
    <div className={cx(css['person'], forbidden && css['forbidden'])} data-forbidden={forbidden}>
      <span className={css['icon']}>
        {forbidden ? <Glyph status="stop" size={18} /> : <UserRound size={18} strokeWidth={1.75} aria-hidden="true" />}
      </span>
      <div>
        <div className={css['who']}>{named?.name ?? role}</div>
        {named === undefined ? null : <div className={css['small']}>{role}</div>}
        {custodian ? <div className={css['small']}>{t('people.isCustodian')}</div> : null}
      </div>
      <div className={css['small']}>
        {place.join(', ')}
        {phone === null ? null : <div className={css['phone']}>{forbidden ? t('people.doNotCall', { phone }) : phone}</div>}
      </div>
      <div className={css['state']}>
        <ContactState person={person} />
        {person.mustNotLearnAddress ? <StatusText status="stop">{t('person.notAddress')}</StatusText> : null}
      </div>
      {named?.safetyNote == null ? null : <p className={css['note']}>{named.safetyNote}</p>}
    </div>
  )
}

function ContactState({ person }: { readonly person: PersonView }): ReactNode {
  const { t } = useSpeech()
  const said = t(`person.contact.${person.safeToContact}`)
  return mayBeContacted(person) ? <StatusText status="met">{said}</StatusText> : <StatusTag status="stop">{said}</StatusTag>
}
