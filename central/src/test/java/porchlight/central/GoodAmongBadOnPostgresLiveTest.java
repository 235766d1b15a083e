package porchlight.central;

/** The good among the bad, with the ledger on a real PostgreSQL. */
@OnPostgres
class GoodAmongBadOnPostgresLiveTest extends GoodAmongBadTest {}
