package porchlight.central;

/** What {@code --help} says. */
final class Help {
  static final String TEXT =
      """
      Porchlight central: where agents report to, and the dashboard over what they said.

      java -jar central.jar [serve]          serves; needs no configuration
          --ready-file FILE                  writes {"address", "dashboard"} there once it listens
      java -jar central.jar token            makes an enrolment token and prints it
          --organisation NAME                whose laptops it is for; made when new
          --uses N                           how many laptops may use it (1)
          --days N                           how long it holds (7)
      java -jar central.jar dashboard-link   prints the link to the dashboard
      java -jar central.jar revoke           a device may no longer report
          --device ID
      java -jar central.jar retire           a device is gone; the lists leave it out
          --device ID

      Everywhere:
          --config FILE                      settings, see config/central.json
          --data DIR                         where its files are (porchlight-central)
          --listen HOST:PORT                 where it listens (127.0.0.1:8640; port 0 takes a free one)
          --help

      Exit codes: 0 done, 1 not found, 64 usage, 70 a fault of ours or of the machine, 78 configuration.
      """;

  private Help() {}
}
