import { type ReactNode, useState } from 'react'
import type { CountryView } from '#contract/directory-views.ts'
import { editCountry } from '../../app/actions/partners.ts'
import { useAnswer } from '../../app/queries.ts'
import { useSpeech } from '../../app/text.ts'
import { ActionButton } from '../../components/action-button.tsx'
import { Answer } from '../../components/answer.tsx'
import { Facts, GroupRow, Panel } from '../../components/panel.tsx'
import { StatusTag, StatusText } from '../../components/status-tag.tsx'
import { nameOf, standingWords, statusOf } from '../partners/words.ts'
import css from './countries.module.css'
import { CountryForm } from './country-form.tsx'
import { MapPicture } from './map-picture.tsx'
import { weekdayName } from './weekday-name.ts'

export function CountryPane({ country }: { readonly country: string }): ReactNode {
  const answer = useAnswer('country.show', { country })
  const [editing, setEditing] = useState(false)
  return (
    <div className={css['column']}>
      <Answer query={answer}>
        {(view) =>
          editing ? (
            <CountryForm view={view} onClose={() => setEditing(false)} />
          ) : (
            <div className={css['pane']}>
              <div className={css['column']}>
                <Profile view={view} onEdit={() => setEditing(true)} />
                <DaysOff view={view} />
              </div>
              <div className={css['column']}>
                <MapPicture view={view} />
                <PartnersThere view={view} />
              </div>
            </div>
          )
        }
      </Answer>
    </div>
  )
}

function Profile({ view, onEdit }: { readonly view: CountryView; readonly onEdit: () => void }): ReactNode {
  const { t, tOr, day } = useSpeech()
  const { own, emergency, weekend, today } = view
  const language = document.documentElement.lang
  const numbers = emergency?.value
    .map(({ service, number }) =>
      service === 'all' ? number : t('countries.number', { service: t(`countries.service.${service}`), number }),
    )
    .join(', ')
  const row = (key: string, value: string | undefined) =>
    value === undefined ? undefined : ([t(`countries.field.${key}`), value] as const)
  return (
    <Panel>
      <div className={css['pane-head']}>
        <h2 tabIndex={-1} data-country-pane="">
          {tOr([`country.${view.country}`])}
        </h2>
        <StatusTag status={own === null ? 'open' : view.stale ? 'expired' : 'met'}>
          {own === null
            ? t('countries.never')
            : t(view.stale ? 'countries.checkedStale' : 'countries.checked', { day: day(own.checkedOn, today) })}
        </StatusTag>
      </div>
      <div className={css['block']}>
        <Facts
          rows={[
            [t('countries.field.emergency'), <From key="emergency" said={numbers} whose={emergency?.from} />],
            row('authority', own?.authority),
            row('authorityContact', own?.authorityContact),
            ...(own?.helplines ?? []).map(
              ({ name, number, hours }) => [name, t('countries.helpline', { number, hours: hours ?? '' })] as const,
            ),
            [
              t('countries.field.weekend'),
              <From key="weekend" said={weekend.value.map((iso) => weekdayName(iso, language)).join(', ')} whose={weekend.from} />,
            ],
            [t('countries.field.eea'), t(view.eea ? 'countries.eea.inside' : 'countries.eea.outside')],
            row('travelHours', own?.travelHours === undefined ? undefined : t('countries.hours', { n: own.travelHours })),
            row('travelNote', own?.travelNote),
            row('note', own?.note),
            row('source', own?.source),
          ]}
        />
      </div>
      <div className={css['foot']}>
        <ActionButton action={editCountry} context={{ busy: false, run: onEdit }} />
      </div>
    </Panel>
  )
}

/** A value, and whether the catalogue or the office says so. */
function From({ said, whose }: { readonly said: string | undefined; readonly whose: 'catalogue' | 'office' | undefined }): ReactNode {
  const { t } = useSpeech()
  if (said === undefined || whose === undefined) return <span className={css['small']}>{t('countries.unknown')}</span>
  return (
    <>
      <strong>{said}</strong> <span className={css['small']}>{t(`countries.from.${whose}`)}</span>
    </>
  )
}

function DaysOff({ view: { holidays, today } }: { readonly view: CountryView }): ReactNode {
  const { t, weekday } = useSpeech()
  return (
    <Panel title={t('countries.holidays')} aside={holidays.from === null ? undefined : t(`countries.from.${holidays.from}`)}>
      {holidays.days.length === 0 ? (
        <p className={css['line']}>{t(holidays.from === null ? 'countries.holidays.unknown' : 'countries.holidays.none')}</p>
      ) : (
        <ul className={css['days']}>
          {holidays.days.map(({ on, name }) => (
            <li key={on}>
              {weekday(on, today)}
              {name === null ? null : <span className={css['small']}> {name}</span>}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}

function PartnersThere({ view: { partners, today } }: { readonly view: CountryView }): ReactNode {
  const speech = useSpeech()
  const { t } = speech
  return (
    <Panel className={css['flush']}>
      <GroupRow level={2} title={t('screen.partners')} count={partners.length} />
      <ul>
        {partners.length === 0 ? <li className={css['line']}>{t('countries.noPartner')}</li> : null}
        {partners.map((partner) => (
          <li key={partner.id} className={css['partner']}>
            <span className={css['name']}>{nameOf(speech, partner)}</span>
            <span className={css['small']}>{partner.town}</span>
            <StatusText status={statusOf(partner.standing)} small>
              {standingWords(speech, partner.standing, today)}
            </StatusText>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
