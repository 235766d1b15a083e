package porchlight.central;

/** A killed central and who it missed, with the ledger on a real PostgreSQL. */
@OnPostgres
class KilledSilenceOnPostgresLiveTest extends KilledSilenceTest {}
