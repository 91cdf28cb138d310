/**
 * What every request of an Algolia client has: JSON under any content type, and key and application in headers or in the address,
 * in any case (`X-Algolia-API-Key`).
 */
import { FanalError } from '@fanal/contract'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { KnowledgeBase } from '../knowledge/knowledge.ts'
import type { Services } from '../services.ts'
import { requirePublicKey } from './require-key.ts'

/** Takes bodies as text, whatever they call themselves; wants a scope of its own. */
export function acceptAnyJson(scope: FastifyInstance): void {
  scope.removeAllContentTypeParsers()
  scope.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => {
    done(null, body)
  })
}

/** @throws FanalError of requirePublicKey; APPLICATION_MISMATCH when the application id is another project */
export function requireProject(services: Services, request: FastifyRequest): KnowledgeBase {
  const base = requirePublicKey(services, request, readHeader(request, 'x-algolia-api-key'))
  const appId = readHeader(request, 'x-algolia-application-id')
  if (appId !== undefined && appId.toLowerCase() !== base.project) {
    throw new FanalError('APPLICATION_MISMATCH', { appId: appId.slice(0, 80), project: base.project })
  }
  return base
}

/** Parameters of a query that stand in the address, without those that say who asks. */
export function askedInAddress(request: FastifyRequest): Record<string, unknown> {
  const asked = Object.entries(Object(request.query)).filter(([name]) => !/^x-algolia-|^key$/i.test(name))
  return Object.fromEntries(asked)
}

/** @throws FanalError BODY_NOT_JSON; an empty body is an empty object */
export function readJsonObject(request: FastifyRequest): Record<string, unknown> {
  const { body } = request
  if (body === undefined || body === null || body === '') return {}
  let data: unknown = body
  if (typeof body === 'string') {
    try {
      data = JSON.parse(body)
    } catch {
      throw new FanalError('BODY_NOT_JSON', { reason: 'it cannot be parsed' })
    }
  }
  if (!isRecord(data)) throw new FanalError('BODY_NOT_JSON', { reason: 'it is not an object' })
  return data
}

function readHeader(request: FastifyRequest, name: string): string | undefined {
  const inAddress = Object.entries(Object(request.query)).find(([key]) => key.toLowerCase() === name)?.[1]
  const value: unknown = request.headers[name] ?? inAddress
  return typeof value === 'string' && value !== '' ? value : undefined
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
