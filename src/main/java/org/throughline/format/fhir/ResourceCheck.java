package org.throughline.format.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.IParserErrorHandler;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ScalarType;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ValueType;
import java.util.Optional;

/** Holds a resource against FHIR R4: its elements, how often they may stand, and the form of their values. */
final class ResourceCheck implements IParserErrorHandler {
    private Fault fault;

    private ResourceCheck() {}

    /** R4's definitions take seconds to load and are loaded once, when they are first asked for. */
    private static final class R4 {
        static final FhirContext CONTEXT = FhirContext.forR4();
    }

    /**
     * The first thing that is wrong.
     *
     * @param path of the element
     * @param fact a full sentence without any value
     */
    record Fault(String path, String fact) {}

    static Optional<Fault> fault(String resource) {
        ResourceCheck check = new ResourceCheck();
        IParser parser = R4.CONTEXT.newJsonParser();
        parser.setParserErrorHandler(check);
        try {
            parser.parseResource(resource);
        } catch (RuntimeException unexpected) {
            // HAPI means to throw DataFormatException alone, but an element without name is one of its own mistakes.
            check.note("", "The resource cannot be read as one of FHIR R4.");
        }
        return Optional.ofNullable(check.fault);
    }

    private void note(String path, String fact) {
        if (fault == null) {
            fault = new Fault(path, fact);
        }
    }

    private void note(IParseLocation location, String element, String words) {
        String parent =
                location == null || location.getParentElementName() == null ? "" : location.getParentElementName();
        String path = parent.isEmpty() || parent.endsWith("." + element) || parent.equals(element)
                ? element
                : parent + "." + element;
        note(path, "The element `" + path + "` " + words);
    }

    @Override
    public void containedResourceWithNoId(IParseLocation location) {
        note(location, "contained", "holds a resource without id.");
    }

    @Override
    public void incorrectJsonType(
            IParseLocation location,
            String element,
            ValueType expected,
            ScalarType expectedScalar,
            ValueType found,
            ScalarType foundScalar) {
        note(location, element, "has another kind of value than FHIR gives it.");
    }

    @Override
    public void invalidValue(IParseLocation location, String value, String error) {
        String parent =
                location == null || location.getParentElementName() == null ? "" : location.getParentElementName();
        note(parent, "A value at `" + parent + "` is not in the form that FHIR gives it.");
    }

    @Override
    public void missingRequiredElement(IParseLocation location, String element) {
        note(location, element, "is missing.");
    }

    @Override
    public void unexpectedRepeatingElement(IParseLocation location, String element) {
        note(location, element, "repeats, and may stand once only.");
    }

    @Override
    public void unknownAttribute(IParseLocation location, String attribute) {
        note(location, attribute, "is unknown to FHIR R4.");
    }

    @Override
    public void unknownElement(IParseLocation location, String element) {
        note(location, element, "is unknown to FHIR R4.");
    }

    @Override
    public void unknownReference(IParseLocation location, String reference) {
        note(location, "reference", "names a contained resource that is not there.");
    }

    @Override
    public void invalidInternalReference(IParseLocation location, String reference) {
        note(location, "reference", "names a contained resource that is not there.");
    }

    @Override
    public void extensionContainsValueAndNestedExtensions(IParseLocation location) {
        note(location, "extension", "has a value and further extensions, of which FHIR allows one.");
    }
}
