import { ChevronDown } from 'lucide-react'
import { Fragment, type ReactNode } from 'react'
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import type { GateView, PersonView } from '#contract/views.ts'
import { useWindowContext } from '../app/actions/window-context.ts'
import { useMedia } from '../app/preferences.tsx'
import { mayBeContacted } from '../app/roles.ts'
import { type Section, type SectionId, sections } from '../app/sections.ts'
import { useSpeech } from '../app/text.ts'
import buttons from './button.module.css'
import { cx } from './cx.ts'
import frame from './frame.module.css'
import { Glyph } from './glyph.tsx'
import css from './section-path.module.css'
import { statusOf, worstOf } from './status.ts'
import { VisuallyHidden } from './visually-hidden.tsx'

type Given = {
  readonly current: SectionId
  readonly gates: readonly GateView[]
  readonly people: readonly PersonView[]
  readonly tasks: number
}

/** The way through a case: its sections in reading order, each with the worst state of the safeguards that it feeds. */
export function SectionPath(given: Given): ReactNode {
  return useMedia('(max-width: 760px)') ? <NarrowPath current={given.current} /> : <WidePath {...given} />
}

/** What belongs to the whole case and not to a part of the way. */
const atFoot: ReadonlySet<SectionId> = new Set(['attachments', 'export', 'journal', 'tasks'])

function WidePath(given: Given): ReactNode {
  const { t } = useSpeech()
  const way = sections.filter(({ id }) => !atFoot.has(id))
  const foot = sections.filter(({ id }) => atFoot.has(id))
  return (
    <nav className={css['path']} aria-label={t('path.label')} data-pane="">
      {way.map((section, index) => (
        <Fragment key={section.id}>
          {section.group !== undefined && section.group !== way[index - 1]?.group ? (
            <div className={css['group']}>{t(`path.${section.group}`)}</div>
          ) : null}
          <SectionButton section={section} {...given} />
        </Fragment>
      ))}
      <div className={css['foot']}>
        {foot.map((section) => (
          <SectionButton key={section.id} section={section} {...given} />
        ))}
      </div>
    </nav>
  )
}

/** What has no section of its own yet is counted on the overview, so that the figures add up to what remains of the case. */
function feeds(section: Section, gate: GateView): boolean {
  if (section.id !== 'overview') return section.gates.includes(gate.id)
  return !sections.some((each) => each.gates.includes(gate.id))
}

function SectionButton({ section, current, gates, people, tasks }: Given & { readonly section: Section }): ReactNode {
  const { t } = useSpeech()
  const { goToSection } = useWindowContext()
  const fed = gates.filter((gate) => feeds(section, gate))
  const left = fed.filter((gate) => gate.blocks.includes('confirm')).length
  const guarded = section.id === 'people' ? people.filter((person) => !mayBeContacted(person)).length : 0
  const Icon = section.icon
  return (
    <Button
      className={cx(css['section'])}
      data-section={section.id}
      onPress={() => goToSection(section.id)}
      {...(section.id === current ? { 'aria-current': 'page' as const } : {})}
    >
      {fed.length === 0 || section.group === undefined ? (
        <Icon size={16} strokeWidth={1.75} aria-hidden="true" />
      ) : (
        <Glyph status={guarded > 0 ? 'stop' : worstOf(fed.map(statusOf))} />
      )}
      {t(`section.${section.id}`)}
      {guarded === 0 ? null : <VisuallyHidden>{t('path.guarded', { n: guarded })}</VisuallyHidden>}
      {left === 0 ? null : (
        <span className={css['left']} data-left={left}>
          {left}
          <VisuallyHidden>{t('path.left', { n: left })}</VisuallyHidden>
        </span>
      )}
      {section.id !== 'tasks' || tasks === 0 ? null : (
        <span className={css['left']}>
          {tasks}
          <VisuallyHidden>{t('tasks.left')}</VisuallyHidden>
        </span>
      )}
    </Button>
  )
}

/** At 200 per cent: one button with the sections, and the next one. */
function NarrowPath({ current }: { readonly current: SectionId }): ReactNode {
  const { t } = useSpeech()
  const { goToSection } = useWindowContext()
  const at = sections.findIndex(({ id }) => id === current)
  const next = sections[at + 1]
  const Icon = sections[at]?.icon
  return (
    <nav className={css['narrow']} aria-label={t('path.label')} data-pane="">
      <MenuTrigger>
        <Button className={cx(buttons['button'])}>
          {Icon === undefined ? null : <Icon size={16} strokeWidth={1.75} aria-hidden="true" />}
          {t(`section.${current}`)}
          <ChevronDown size={16} strokeWidth={1.75} aria-hidden="true" />
        </Button>
        <Popover className={cx(frame['popover'])} placement="bottom start">
          <Menu className={cx(frame['menu'])} aria-label={t('path.label')}>
            {sections.map(({ id }) => (
              <MenuItem key={id} id={id} className={cx(frame['item'])} onAction={() => goToSection(id)}>
                {t(`section.${id}`)}
              </MenuItem>
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>
      {t('path.position', { n: at + 1, of: sections.length })}
      {next === undefined ? null : (
        <Button className={cx(buttons['button'], buttons['link'], css['next'])} onPress={() => goToSection(next.id)}>
          {t('path.next', { section: t(`section.${next.id}`) })}
        </Button>
      )}
    </nav>
  )
}
