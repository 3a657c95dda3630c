package trino

import (
	"context"
	"errors"

	"sanpin/warehouse"
	"sanpin/warehouse/dialect/fault"
)

// Names of errors that only the server gives.
const (
	abandoned        fault.Name = "ABANDONED_QUERY"
	canceled         fault.Name = "USER_CANCELED"
	killed           fault.Name = "ADMINISTRATIVELY_KILLED"
	denied           fault.Name = "PERMISSION_DENIED"
	roleNotFound     fault.Name = "ROLE_NOT_FOUND"
	schemaNotEmpty   fault.Name = "SCHEMA_NOT_EMPTY"
	tableExists      fault.Name = "TABLE_ALREADY_EXISTS"
	procedureUnknown fault.Name = "PROCEDURE_NOT_FOUND"
	procedureArgs    fault.Name = "INVALID_PROCEDURE_ARGUMENT"
	shuttingDown     fault.Name = "SERVER_SHUTTING_DOWN"
	outOfResources   fault.Name = "GENERIC_INSUFFICIENT_RESOURCES"
	outOfMemory      fault.Name = "EXCEEDED_LOCAL_MEMORY_LIMIT"
	outOfTime        fault.Name = "EXCEEDED_TIME_LIMIT"
	queueFull        fault.Name = "QUERY_QUEUE_FULL"
)

// names says what Trino calls the kinds of the warehouse's errors. Its parser
// took the statement and the dialect knew all names: what the engine does not
// take is missing on this side.
var names = map[warehouse.Kind]fault.Name{
	warehouse.KindInternal:  fault.InternalError,
	warehouse.KindUsage:     fault.GenericUserError,
	warehouse.KindSyntax:    fault.NotSupported,
	warehouse.KindName:      fault.NotSupported,
	warehouse.KindForbidden: denied,
	warehouse.KindParameter: fault.InvalidParameterUsage,
	warehouse.KindQuery:     fault.GenericUserError,
	warehouse.KindLimit:     outOfResources,
	warehouse.KindMemory:    outOfMemory,
	warehouse.KindTimeout:   outOfTime,
	warehouse.KindCanceled:  canceled,
	warehouse.KindBusy:      queueFull,
	warehouse.KindNoRelease: fault.CatalogNotFound,
	warehouse.KindChecks:    fault.InternalError,
}

// explain turns any error of a query into one of Trino's. What stopped the
// query counts more than what broke because of it.
func explain(ctx context.Context, err error) *fault.Error {
	var known *fault.Error
	if cause := context.Cause(ctx); cause != nil && errors.As(cause, &known) {
		return known
	}
	if errors.As(err, &known) {
		return known
	}
	message := err.Error()
	var e *warehouse.Error
	if errors.As(err, &e) {
		message = e.Message
		if e.Hint != "" {
			message += "; " + e.Hint
		}
	}
	return fault.New(names[warehouse.KindOf(err)], "%s", message)
}
