package porchlight.central;

/** Clones, with the ledger on a real PostgreSQL. */
@OnPostgres
class ClonesOnPostgresLiveTest extends ClonesTest {}
