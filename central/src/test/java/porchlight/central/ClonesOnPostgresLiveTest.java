package porchlight.central;

/** Clones and disks that were set back, with the ledger on a real PostgreSQL. */
@OnPostgres
class ClonesOnPostgresLiveTest extends ClonesTest {}
