package porchlight.central;

/** Disks that were set back, with the ledger on a real PostgreSQL. */
@OnPostgres
class SetBackOnPostgresLiveTest extends SetBackTest {}
