package org.throughline.web;

import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.throughline.problem.NotFoundException;
import org.throughline.problem.RefusedException;
import org.throughline.problem.SetupException;

/** Turns what goes wrong into problem+json, with our own sentences only; what is ours to mend gets a reference. */
@RestControllerAdvice
final class Problems extends ResponseEntityExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    @ExceptionHandler
    ProblemDetail missing(NotFoundException missing) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, "There is no such feed.");
    }

    @ExceptionHandler
    ProblemDetail refused(RefusedException refused) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, refused.getMessage());
    }

    @ExceptionHandler
    ProblemDetail setUp(SetupException wrong) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.SERVICE_UNAVAILABLE, "The feed is not set up rightly at the hub. Ask the hub's staff.");
    }

    @ExceptionHandler
    ProblemDetail ours(RuntimeException failed) {
        String reference = UUID.randomUUID().toString().substring(0, 8);
        LOG.error(
                "Reference {}: a request failed with {} at {}",
                reference,
                failed.getClass().getName(),
                failed.getStackTrace().length == 0 ? "an unknown place" : failed.getStackTrace()[0]);
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "The hub failed; its log says more under reference " + reference + ".");
    }
}
