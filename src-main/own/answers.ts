/** The answers to the calls about packs of own documents. */
import type { Answers, Channel } from '../../src-bridge/contract.ts'
import { success } from '../../src-library/model/outcome.ts'
import { fail } from './failures.ts'
import type { OwnPacks } from './packs.ts'

type OwnChannel = Extract<Channel, `own.${string}`>

export function ownAnswers(own: OwnPacks): Pick<Answers, OwnChannel> {
  return {
    'own.list': async () => success(await own.list()),
    'own.create': ({ title, language }) => own.create(title, language),
    'own.read': ({ pack }) => own.read(pack),
    'own.about': ({ pack, about }) => own.about(pack, about),
    'own.choose': () => Promise.resolve(fail('cancelled')),
    'own.drop': () => Promise.resolve(fail('cancelled')),
    'own.cancel': () => Promise.resolve(success(null)),
    'own.look': () => Promise.resolve(fail('not-found')),
    'own.edit': () => Promise.resolve(fail('not-found')),
    'own.removeDocument': () => Promise.resolve(fail('not-found')),
    'own.undoRemove': () => Promise.resolve(fail('not-found')),
    'own.check': () => Promise.resolve(fail('not-found')),
    'own.save': () => Promise.resolve(fail('errors')),
    'own.export': () => Promise.resolve(fail('cancelled')),
    'own.remove': () => Promise.resolve(fail('not-found')),
  }
}
