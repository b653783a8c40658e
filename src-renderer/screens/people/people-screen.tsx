import { UserRound } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { PersonView } from '#contract/views.ts'
import { openRecord } from '../../app/actions/record.ts'
import { useNames } from '../../app/names.tsx'
import { useAnswer } from '../../app/queries.ts'
import { mayBeContacted, roleOf } from '../../app/roles.ts'
import { useSpeech } from '../../app/text.ts'
import { ActionButton } from '../../components/action-button.tsx'
import { Answer } from '../../components/answer.tsx'
import { Banner } from '../../components/banner.tsx'
import { cx } from '../../components/cx.ts'
import { Glyph } from '../../components/glyph.tsx'
import { Panel } from '../../components/panel.tsx'
import { type SectionGiven, SectionScreen } from '../../components/screen.tsx'
import { StatusTag, StatusText } from '../../components/status-tag.tsx'
import { TitleRow } from '../../components/title-row.tsx'
import { AccessPanel } from '../access/access-panel.tsx'
import css from './people.module.css'
import { RecordDrawer } from './record-drawer.tsx'

/** Everybody around the child: by role and place while names are hidden, and who must not be contacted in both modes. */
export function PeopleScreen({ overview }: SectionGiven): ReactNode {
  const { t } = useSpeech()
  const { reference } = overview.identity
  const answer = useAnswer('case.people', { reference })
  const [record, setRecord] = useState(false)
  return (
    <SectionScreen ready={!answer.isPending}>
      <Answer query={answer}>
        {({ people }) => {
          const forbidden = people.filter((person) => person.safeToContact === 'no')
          const unknown = people.filter((person) => person.safeToContact === 'unknown')
          return (
            <>
              <TitleRow
                title={t('section.people')}
                line={t('people.line', { n: people.length, forbidden: forbidden.length, unknown: unknown.length })}
              >
                <ActionButton action={openRecord} context={{ open: () => setRecord(true) }} />
              </TitleRow>
              {record ? <RecordDrawer reference={reference} people={people} onClose={() => setRecord(false)} /> : null}
              {people.length === 0 ? (
                <Banner status="open" title={t('people.empty')} />
              ) : (
                <Panel>
                  <ul className={css['people']}>
                    {[...forbidden, ...unknown, ...people.filter(mayBeContacted)].map((person) => (
                      <Person key={person.id} reference={reference} person={person} />
                    ))}
                  </ul>
                </Panel>
              )}
              <AccessPanel reference={reference} />
            </>
          )
        }}
      </Answer>
    </SectionScreen>
  )
}

function Person({ reference, person }: { readonly reference: string; readonly person: PersonView }): ReactNode {
  const speech = useSpeech()
  const { t, tOr } = speech
  const named = useNames().person(reference, person.id)
  const forbidden = !mayBeContacted(person)
  const role = roleOf(speech, person)
  const place = [person.organisation, person.town, person.country === null ? null : tOr([`country.${person.country}`])].filter(
    (part) => part !== null,
  )
  return (
    <li className={cx(css['person'], forbidden && css['forbidden'])} data-forbidden={forbidden}>
      <span className={css['icon']}>
        {forbidden ? <Glyph status="stop" size={18} /> : <UserRound size={18} strokeWidth={1.75} aria-hidden="true" />}
      </span>
      <div>
        <div className={css['who']}>{named?.name ?? role}</div>
        {named === undefined ? null : <div className={css['small']}>{role}</div>}
      </div>
      <div className={css['small']}>
        {place.join(', ')}
        {named?.phone == null ? null : <div className={css['phone']}>{named.phone}</div>}
      </div>
      <div className={css['state']}>
        <ContactState person={person} />
        {person.mustNotLearnAddress ? <StatusText status="stop">{t('person.notAddress')}</StatusText> : null}
      </div>
      {named?.safetyNote == null ? null : <p className={css['note']}>{named.safetyNote}</p>}
    </li>
  )
}

function ContactState({ person }: { readonly person: PersonView }): ReactNode {
  const { t } = useSpeech()
  const said = t(`person.contact.${person.safeToContact}`)
  return mayBeContacted(person) ? <StatusText status="met">{said}</StatusText> : <StatusTag status="stop">{said}</StatusTag>
}
