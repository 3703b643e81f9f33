import { describe, it } from 'vitest'
import { startRedis } from '../support/startRedis.ts'
import { backupAndRestore } from './stories/backupAndRestore.ts'

describe('a backup made while serving, restored', { timeout: 180_000 }, () => {
  it('[L35][L36] from Redis into an embedded log', async () => {
    await using redis = await startRedis()
    await backupAndRestore(redis.url, undefined)
  })

  it('[L35][L36] from an embedded log into Redis', async () => {
    await using redis = await startRedis()
    await backupAndRestore(undefined, redis.url)
  })

  it('[L35][L36] from Redis into Redis', async () => {
    await using redis = await startRedis()
    await using other = await startRedis()
    await backupAndRestore(redis.url, other.url)
  })
})
