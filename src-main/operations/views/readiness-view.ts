import type { IdentityView, ReadinessView } from '#contract/views.ts'

import { ageOfChild } from '#domain/case/age.ts'
import { phaseOf } from '#domain/case/phase.ts'
import { expiresSoon } from '#domain/readiness/expires-soon.ts'
import { known, latest } from '#domain/readiness/facts.ts'
import type { GateStatus } from '#domain/readiness/gate-status.ts'
import { nextStep } from '#domain/readiness/next-step.ts'
import type { ActVerdict, Readiness } from '#domain/readiness/readiness.ts'
import type { StoredCase } from '../ports.ts'

/** What every screen of a case carries at its top. */
export function identityView({ caseFile, version }: StoredCase, readiness: Readiness): IdentityView {
  const { child, travel } = caseFile
  const age = ageOfChild(child, readiness.on)
  return {
    reference: caseFile.reference,
    alias: child.alias,
    version,
    phase: phaseOf(caseFile, readiness),
    departure: readiness.departure ?? null,
    departureStanding: latest(known(travel.departures, readiness.on))?.standing ?? null,
    country: travel.destination.country,
    town: travel.destination.town ?? null,
    age: age.years,
    ageStanding: age.standing,
    met: readiness.met,
    total: readiness.gates.length,
    overridden: readiness.overridden,
    pausedSince: readiness.pause?.since ?? null,
    ticks: readiness.gates.map(({ gate, state, work }) => ({ id: gate.id, group: gate.group, state, work })),
    book: readiness.book.permitted,
    confirm: readiness.confirm.permitted,
    next: nextStep(readiness) ?? null,
  }
}

export function readinessView(readiness: Readiness): ReadinessView {
  return {
    on: readiness.on,
    gates: readiness.gates.map((status) => gateView(status, readiness)),
    met: readiness.met,
    overridden: readiness.overridden,
    pause:
      readiness.pause === undefined ? null : { ...readiness.pause, by: [...readiness.pause.by], missing: [...readiness.pause.missing] },
    departure: readiness.departure ?? null,
    carriesDepartureThrough: readiness.carriesDepartureThrough ?? null,
    book: actView(readiness.book),
    confirm: actView(readiness.confirm),
    start: actView(readiness.start),
    export: readiness.export.map((each) => ({ ...actView(each), recipient: each.recipient, gap: each.secrecy.gap ?? null })),
  }
}

export const actView = ({ act, permitted, gates, obstacles }: ActVerdict) => ({
  act,
  permitted,
  gates: [...gates],
  obstacles: [...obstacles],
})

function gateView(status: GateStatus, { on, departure }: Readiness): ReadinessView['gates'][number] {
  const { gate, state, work, blocks, metOn, validThrough, renewFrom, reason } = status
  return {
    id: gate.id,
    kind: gate.kind,
    group: gate.group,
    state,
    work,
    soon: expiresSoon(status, on, departure),
    blocks: [...blocks],
    metOn: metOn ?? null,
    validThrough: validThrough ?? null,
    renewFrom: renewFrom ?? null,
    reason: reason === undefined ? null : { code: reason.code, values: { ...reason.values } },
    evidence: gate.evidence,
    standing: gate.standing,
    checked: gate.checked ?? null,
    basis: gate.basis ?? null,
  }
}

/** Last valid days of the safeguards, for the deadline engine. */
export const gateValidities = (readiness: Readiness) =>
  readiness.gates.flatMap(({ gate, validThrough }) => (validThrough === undefined ? [] : [{ gate: gate.id, validThrough }]))
