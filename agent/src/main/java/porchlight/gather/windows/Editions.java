package porchlight.gather.windows;

import java.util.Optional;

/** Microsoft's words for editions of Windows, and which of its promises each has. */
public final class Editions {
  private Editions() {}

  /** For whom an edition is mended how long. */
  public enum Kind {
    /** Home and Pro. */
    PEOPLE,
    /** Enterprise and Education. */
    COMPANIES,
    /** Long-term servicing. */
    LONG_TERM,
    /** The same for devices that do one thing. */
    LONG_TERM_IOT,
    /** Servers of the long-term channel. */
    SERVER,
    /** Servers that are renewed every year. */
    SERVER_ANNUAL
  }

  /** Empty for an edition that is not known, or has no end of its own. */
  public static Optional<Kind> kind(String edition) {
    return Optional.ofNullable(
        switch (edition) {
          case "Core",
              "CoreN",
              "CoreSingleLanguage",
              "CoreCountrySpecific",
              "Professional",
              "ProfessionalN",
              "ProfessionalSingleLanguage",
              "ProfessionalCountrySpecific",
              "ProfessionalWorkstation",
              "ProfessionalWorkstationN",
              "ProfessionalEducation",
              "ProfessionalEducationN" ->
              Kind.PEOPLE;
          case "Enterprise",
              "EnterpriseN",
              "Education",
              "EducationN",
              "IoTEnterprise",
              "ServerRdsh" ->
              Kind.COMPANIES;
          case "EnterpriseS", "EnterpriseSN" -> Kind.LONG_TERM;
          case "IoTEnterpriseS", "IoTEnterpriseSK" -> Kind.LONG_TERM_IOT;
          case "ServerStandard",
              "ServerDatacenter",
              "ServerStandardEval",
              "ServerDatacenterEval",
              "ServerSolution",
              "ServerHyperCore",
              "ServerTurbine" ->
              Kind.SERVER;
          case "ServerStandardACor", "ServerDatacenterACor" -> Kind.SERVER_ANNUAL;
          default -> null;
        });
  }

  /** As people say it, without the country's and language's variants. */
  static String name(String edition) {
    return switch (edition) {
      case "Core", "CoreN", "CoreSingleLanguage", "CoreCountrySpecific" -> "Home";
      case "Professional", "ProfessionalN" -> "Pro";
      case "ProfessionalWorkstation" -> "Pro for Workstations";
      case "ProfessionalEducation" -> "Pro Education";
      case "EnterpriseS", "EnterpriseSN" -> "Enterprise LTSC";
      case "IoTEnterprise" -> "IoT Enterprise";
      case "IoTEnterpriseS" -> "IoT Enterprise LTSC";
      case "ServerStandard" -> "Standard";
      case "ServerDatacenter" -> "Datacenter";
      default -> edition;
    };
  }

  /** The word for a number of {@code OperatingSystemSKU}; empty for one that is not known. */
  static String ofSku(Optional<Long> sku) {
    return switch (sku.orElse(0L).intValue()) {
      case 4 -> "Enterprise";
      case 7, 13 -> "ServerStandard";
      case 8, 12 -> "ServerDatacenter";
      case 27 -> "EnterpriseN";
      case 48 -> "Professional";
      case 49 -> "ProfessionalN";
      case 98 -> "CoreN";
      case 99 -> "CoreCountrySpecific";
      case 100 -> "CoreSingleLanguage";
      case 101 -> "Core";
      case 121 -> "Education";
      case 122 -> "EducationN";
      case 125 -> "EnterpriseS";
      case 126 -> "EnterpriseSN";
      case 161 -> "ProfessionalWorkstation";
      case 164 -> "ProfessionalEducation";
      case 175 -> "ServerRdsh";
      case 188 -> "IoTEnterprise";
      case 191 -> "IoTEnterpriseS";
      default -> "";
    };
  }
}
