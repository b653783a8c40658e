import type { PlanSection } from '#domain/catalogue/plan-profiles.ts'
import { attachedData, type PlanModel } from '#domain/plan/plan-model.ts'
import type { Block } from '../model/blocks.ts'
import type { Attachment, DocumentModel } from '../model/document-model.ts'
import { appendixSection } from './appendix.ts'
import { bestInterestsSection } from './best-interests.ts'
import { budgetSection } from './budget.ts'
import { childSection } from './child.ts'
import { contactsSection } from './contacts.ts'
import { cover } from './cover.ts'
import { followUpSection } from './follow-up.ts'
import { countryName, dataDate, joined, type PlanLanguage, phoneNumber, tagOf } from './formats.ts'
import { guardianSection } from './guardian.ts'
import { inCopyLanguage } from './in-language.ts'
import { practiceMark } from './parts.ts'
import { receptionSection } from './reception.ts'
import { reintegrationSection } from './reintegration.ts'
import { riskSection } from './risk.ts'
import { type SectionContext, sectionContext, sectionsOf } from './section-context.ts'
import { signaturesSection } from './signatures.ts'
import { travelSection } from './travel.ts'
import type { Words } from './words.ts'

const sections: Readonly<Record<PlanSection, (context: SectionContext) => Block>> = {
  child: childSection,
  guardian: guardianSection,
  'best-interests': bestInterestsSection,
  risk: riskSection,
  reception: receptionSection,
  reintegration: reintegrationSection,
  budget: budgetSection,
  travel: travelSection,
  'follow-up': followUpSection,
  contacts: contactsSection,
  signatures: signaturesSection,
  appendix: appendixSection,
}

/** To be pinned up, to be signed at fixed places, to be looked up: these begin pages. */
const beginsPage: readonly PlanSection[] = ['contacts', 'signatures', 'appendix']

/** One recipient's copy as a document. `code` is the check code of its content. */
export function planDocument(cut: PlanModel, language: PlanLanguage, code: string): DocumentModel {
  const { model, words } = inCopyLanguage(cut, language)
  const context = sectionContext(model, words)
  const body = sectionsOf(model).flatMap((section, index): Block[] => [
    ...(index === 0 || beginsPage.includes(section) ? [{ kind: 'page-break' } as const] : []),
    sections[section](context),
  ])
  return {
    template: 'plan',
    language: tagOf[language],
    title: `${words.say('plan.doc.title')} ${model.reference}`,
    author: model.organisation.name,
    identifier: `${model.reference}/${model.version}/${model.profile}/${language}`,
    createdAt: model.issuedAt,
    ...pageFurniture(model, words),
    footer: { text: alarmSentence(model, words), note: words.say('plan.foot.code', { code: code.replace(' ', '\u00a0') }) },
    attachments: model.attached ? [attachment(cut, words)] : [],
    blocks: [...cover(context), ...body],
  }
}

function pageFurniture(model: PlanModel, { say, language }: Words): Pick<DocumentModel, 'header' | 'pageLabel'> {
  const recipient = model.recipient.name ?? say('plan.recipient.family')
  return {
    pageLabel: say('plan.head.page', { x: '{page}', y: '{pages}' }),
    header: {
      reference: joined(model.reference),
      title: say('plan.doc.title'),
      secondLine: `${practiceMark(model)}${say('plan.head.version')}\u00a0${model.version} · ${dataDate(model.issuedOn, language)} · ${say('plan.head.copy-for', { recipient })}`,
      classification: say('plan.head.class'),
    },
  }
}

/** A loose page must still help a child. */
function alarmSentence({ alarm }: PlanModel, { say, language }: Words): string {
  const phone = alarm?.coordinator?.phone ?? null
  if (alarm?.emergency == null)
    return phone === null ? say('plan.foot.alarm-nobody') : say('plan.foot.alarm-plain', { phone: phoneNumber(phone) })
  const emergency = say('plan.foot.emergency-in', { number: alarm.emergency, country: countryName(alarm.country, language) })
  return phone === null
    ? say('plan.foot.alarm-without-number', { emergency })
    : say('plan.foot.alarm', { emergency, phone: phoneNumber(phone) })
}

const attachment = (model: PlanModel, { say }: Words): Attachment => ({
  name: 'plan.json',
  mediaType: 'application/json',
  description: say('plan.attachment.description'),
  bytes: new TextEncoder().encode(`${JSON.stringify(attachedData(model), null, 2)}\n`),
})
