package porchlight.central;

/** Silence and return, with the ledger on a real PostgreSQL. */
@OnPostgres
class PresenceOnPostgresLiveTest extends PresenceTest {}
