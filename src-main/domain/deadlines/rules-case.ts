import { addDays, type PlainDate } from '../dates.ts'
import { followUpOf, handedOverOn } from '../follow-up/follow-up-of.ts'
import { known } from '../readiness/facts.ts'
import { type DeadlineContext, keyOf, type OccurrenceRule } from './context.ts'
import { dueFrom, type Occurrence } from './deadline.ts'
import { retentionOf } from './retention.ts'

/** DL07: a safeguard that holds only for a time. After the handover none needs to be renewed. @source Hemväg rule, catalogue gates */
export const safeguardExpires: OccurrenceRule = ({ caseFile, catalogue, gateValidities, on }, rule) => {
  const handover = handedOverOn(caseFile, on)
  return gateValidities.flatMap(({ gate, validThrough }): readonly Occurrence[] => {
    if (validThrough === undefined) return []
    const validDays = catalogue.gates.find((each) => each.id === gate)?.validDays
    return [
      {
        key: keyOf(rule, gate),
        triggerOn: validDays === undefined ? null : addDays(validThrough, -validDays),
        due: validThrough,
        afterDue: 'overdue',
        endedOn: handover,
        values: { gate },
      },
    ]
  })
}

/** DL08: the contacts after a completed handover; each is late only after its days of grace. @source template FU-CHILD-12 */
export const followUps: OccurrenceRule = ({ caseFile, catalogue, calendar, on }, rule) => {
  const handover = handedOverOn(caseFile, on)
  if (handover === undefined) return []
  const { contacts, calendarKnown } = followUpOf(caseFile, catalogue, calendar, handover, on)
  return contacts.map((contact) => ({
    key: keyOf(rule, contact.id),
    triggerOn: handover,
    due: contact.due,
    warnFrom: contact.windowFrom < contact.due ? [contact.windowFrom] : [],
    graceThrough: contact.graceThrough,
    afterDue: 'overdue',
    values: {
      contact: contact.id,
      row: contact.row,
      from: contact.windowFrom,
      through: contact.windowThrough,
      graceThrough: contact.graceThrough,
      calendarKnown: calendarKnown ? 'yes' : 'no',
      ...(contact.movedFrom === null ? {} : { movedFrom: contact.movedFrom }),
    },
  }))
}

/** DL10: the first logged transfer starts the clock, each review starts it again. @source Hemväg rule */
export const transferReview: OccurrenceRule = ({ caseFile, on }, rule) => {
  const reviews: Occurrence[] = []
  const logged = known(caseFile.transfers.log, on)
  let from = logged.map((each) => each.happenedOn).toSorted()[0]
  while (from !== undefined) {
    const due = dueFrom(rule, from)
    const key = keyOf(rule, from)
    reviews.push({ key, triggerOn: from, due, afterDue: 'overdue', values: { transfers: logged.length } })
    const reviewedOn = doneByTask(caseFile, key)
    from = reviewedOn !== undefined && reviewedOn <= on && reviewedOn > from ? reviewedOn : undefined
  }
  return reviews
}

/** DL11: a file that may be weeded comes onto the office's yearly list; a file that is kept for good never does. @source SoL (2025:400) 16:1–2 a */
export const weeding: OccurrenceRule = (context: DeadlineContext, rule) => {
  const {
    rule: retentionRule,
    action,
    listedFrom,
    completeBy,
  } = retentionOf(context.caseFile, context.catalogue.retentionRules, context.on)
  if (listedFrom === null || retentionRule === null) return []
  const due = completeBy ?? dueFrom(rule, listedFrom)
  return [
    { key: keyOf(rule), triggerOn: listedFrom, due, warnFrom: [listedFrom], afterDue: 'overdue', values: { rule: retentionRule, action } },
  ]
}

const doneByTask = ({ tasks }: DeadlineContext['caseFile'], key: string): PlainDate | undefined =>
  tasks.find((task) => task.id === key)?.doneOn
