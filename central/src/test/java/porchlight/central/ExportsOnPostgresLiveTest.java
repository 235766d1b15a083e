package porchlight.central;

/** Exports, with the ledger on a real PostgreSQL. */
@OnPostgres
class ExportsOnPostgresLiveTest extends ExportsTest {}
