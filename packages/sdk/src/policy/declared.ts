export { type Address, closest, HOST_ENTRY, isHost, isName } from '@askfirst/data/declared';
