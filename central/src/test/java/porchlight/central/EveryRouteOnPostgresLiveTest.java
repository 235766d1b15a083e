package porchlight.central;

/** Every route and every role, with the ledger on a real PostgreSQL. */
@OnPostgres
class EveryRouteOnPostgresLiveTest extends EveryRouteTest {}
