import { Eye, EyeOff, UserRound } from 'lucide-react'
import type { ReactNode } from 'react'
import type { PersonView } from '#contract/views.ts'
import { useNames } from '../../app/names.tsx'
import { mayBeContacted, roleOf } from '../../app/roles.ts'
import { useSpeech } from '../../app/text.ts'
import { Glyph } from '../../components/glyph.tsx'
import { Panel } from '../../components/panel.tsx'
import css from './overview.module.css'

/** People by role and place. Who may not be contacted, and of whom it is not known, is marked in both modes. */
export function PeoplePanel({ reference, people }: { readonly reference: string; readonly people: readonly PersonView[] }): ReactNode {
  const speech = useSpeech()
  const { t } = speech
  const names = useNames()
  const shown = names.shownFor === reference
  const Icon = shown ? Eye : EyeOff
  const aside = (
    <span className={css['waivable']}>
      <Icon size={13} strokeWidth={1.75} aria-hidden="true" />
      {t(shown ? 'people.namesShown' : 'people.namesHidden')}
    </span>
  )
  return (
    <Panel title={t('overview.people')} aside={aside}>
      <ul className={css['rows']}>
        {people.map((person) => (
          <li key={person.id} className={css['person']} data-forbidden={!mayBeContacted(person)}>
            {mayBeContacted(person) ? <UserRound size={14} strokeWidth={1.75} aria-hidden="true" /> : <Glyph status="stop" size={14} />}
            <span>{names.person(reference, person.id)?.name ?? roleOf(speech, person)}</span>
            <ContactOrPlace person={person} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function ContactOrPlace({ person }: { readonly person: PersonView }): ReactNode {
  const { t } = useSpeech()
  const marks = [
    mayBeContacted(person) ? undefined : t(`person.contact.${person.safeToContact}`),
    person.mustNotLearnAddress ? t('person.notAddress') : undefined,
  ].filter((mark) => mark !== undefined)
  return marks.length === 0 ? (
    <span className={css['place']}>{person.town}</span>
  ) : (
    <span className={css['forbidden']}>
      {marks.map((mark) => (
        <span key={mark}>{mark}</span>
      ))}
    </span>
  )
}
