package porchlight.central;

/** Remarks and what many devices share, with the ledger on a real PostgreSQL. */
@OnPostgres
class RemarksOnPostgresLiveTest extends RemarksTest {}
