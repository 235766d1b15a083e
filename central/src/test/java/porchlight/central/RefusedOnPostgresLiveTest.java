package porchlight.central;

/** Every refusal, with the ledger on a real PostgreSQL. */
@OnPostgres
class RefusedOnPostgresLiveTest extends RefusedTest {}
