import {
  CalendarCheck,
  ClipboardList,
  FileSignature,
  Files,
  Gavel,
  History,
  ListTodo,
  type LucideIcon,
  Map as MapIcon,
  MessageCircle,
  Scale,
  ShieldAlert,
  UserRound,
  Users,
  Wallet,
} from 'lucide-react'

export type SectionId =
  | 'overview'
  | 'child'
  | 'people'
  | 'consent'
  | 'legal'
  | 'risk'
  | 'best-interests'
  | 'forms'
  | 'budget'
  | 'follow-up'
  | 'attachments'
  | 'export'
  | 'journal'
  | 'tasks'
export type Section = {
  readonly id: SectionId
  readonly icon: LucideIcon
  /** Heading of its group in the path; undefined stands outside the groups. */
  readonly group: 'protection' | 'assessment' | 'plan' | 'after' | undefined
  /** Safeguards that this section feeds: their worst state is its glyph. */
  readonly gates: readonly string[]
}

/** The sections of a case that exist, in reading order. */
export const sections: readonly Section[] = [
  { id: 'overview', icon: MapIcon, group: undefined, gates: [] },
  { id: 'child', icon: UserRound, group: 'protection', gates: [] },
  { id: 'people', icon: Users, group: 'protection', gates: ['G01'] },
  { id: 'consent', icon: MessageCircle, group: 'protection', gates: ['G04', 'G05'] },
  { id: 'legal', icon: Gavel, group: 'protection', gates: ['G07', 'G18', 'G19', 'G20'] },
  { id: 'risk', icon: ShieldAlert, group: 'assessment', gates: ['G06'] },
  { id: 'best-interests', icon: Scale, group: 'assessment', gates: ['G02', 'G03'] },
  { id: 'forms', icon: ClipboardList, group: 'assessment', gates: [] },
  { id: 'budget', icon: Wallet, group: 'plan', gates: ['G14'] },
  { id: 'follow-up', icon: CalendarCheck, group: 'after', gates: ['G22'] },
  { id: 'attachments', icon: Files, group: undefined, gates: [] },
  { id: 'export', icon: FileSignature, group: undefined, gates: ['G21'] },
  { id: 'journal', icon: History, group: undefined, gates: [] },
  { id: 'tasks', icon: ListTodo, group: undefined, gates: [] },
]

export const isSectionId = (id: string): id is SectionId => sections.some((section) => section.id === id)
