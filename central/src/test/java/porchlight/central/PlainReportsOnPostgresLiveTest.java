package porchlight.central;

/** Reports that are filed together, with the ledger on a real PostgreSQL. */
@OnPostgres
class PlainReportsOnPostgresLiveTest extends PlainReportsTest {}
