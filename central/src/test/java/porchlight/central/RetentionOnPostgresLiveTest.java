package porchlight.central;

/** What is forgotten, with the ledger on a real PostgreSQL. */
@OnPostgres
class RetentionOnPostgresLiveTest extends RetentionTest {}
