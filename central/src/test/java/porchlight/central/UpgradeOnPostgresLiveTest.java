package porchlight.central;

/** The upgrade of old tables, with the ledger on a real PostgreSQL. */
@OnPostgres
class UpgradeOnPostgresLiveTest extends UpgradeTest {}
