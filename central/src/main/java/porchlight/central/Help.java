package porchlight.central;

/** What {@code --help} says. */
final class Help {
  static final String TEXT =
      """
      Porchlight central: where agents report to, and the dashboard over what they said.

      java -jar central.jar [serve]          serves; needs no configuration
          --ready-file FILE                  writes {"address", "dashboard"} there once it listens
      java -jar central.jar demo             fills an empty folder with a fleet to look at, then serves it
          --devices N                        how many laptops (300)
          --days N                           how many days they have lived (30)
          --seed N                           which of all fleets (8)
      java -jar central.jar token [add]      makes an enrolment token and prints it, once
          --organisation NAME                whose laptops it is for; made when new
          --uses N                           how many laptops may use it (1)
          --days N                           how long it holds (7)
          --approval yes|no                  whether a person approves each laptop (no)
      java -jar central.jar token list       every token's id, and whether it is open
      java -jar central.jar token revoke     nobody enrols with it any more
          --id ID
      java -jar central.jar dashboard-link   prints the link to the dashboard
      java -jar central.jar device list      every device, how it stands and when it reported
          --organisation NAME
      java -jar central.jar device approve   lets a device in that waits for it
      java -jar central.jar device revoke    it may no longer report, nor what came of its disk
      java -jar central.jar device retire    it is gone; the lists leave it out
      java -jar central.jar device rotate    asks it for another key
          --device ID
      java -jar central.jar device merge     the older is the newer before a re-install
          --old ID --new ID
      java -jar central.jar user list        everybody who may come in
      java -jar central.jar user add         prints a link, good once, by which they choose a password
          --name NAME --role admin|tech|client
          --organisation NAME                of a client
      java -jar central.jar user reset       prints a link to choose another password
          --name NAME
          --codes keep|off                   whether their one-time codes stay on (keep)
      java -jar central.jar policy set       signs a policy for the laptops of an organisation
      java -jar central.jar policy rotate-key  signs policies by another key; laptops follow it by the one before
      java -jar central.jar policy show      prints the one that is in force
          --organisation NAME
          --file FILE                        like config/policy.json, with a higher revision
      java -jar central.jar keep             keeps reports of an organisation for so many days
          --organisation NAME --days N
      java -jar central.jar backup           copies the keys and the ledger while central runs; of a server's, the keys
      java -jar central.jar restore          unpacks such a copy into an empty data folder
          --file FILE

      Everywhere:
          --config FILE                      settings, see config/central.json
          --data DIR                         where its files are (porchlight-central)
          --listen HOST:PORT                 where it listens (127.0.0.1:8640; port 0 takes a free one)
          --help

      Exit codes: 0 done, 1 not found, 64 usage, 70 a fault of ours or of the machine, 78 configuration.
      """;

  private Help() {}
}
