import { it } from 'vitest'
import { backupAndRestore } from './stories/backupAndRestore.ts'

it('[L35][L36] a backup made while serving, restored from an embedded log into another', () => backupAndRestore(undefined, undefined), 180_000)
