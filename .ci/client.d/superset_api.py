#!/usr/bin/env python3
"""Drive Superset's REST API: login, test + add a database, create a dataset, chart data, SQL Lab.
usage: superset_api.py BASE trino-probe|sqlite FILE|trino URI SCHEMA TABLE DIM MEASURE
exit 0 when the whole chain answered."""
import json, sys, time, requests
BASE=sys.argv[1].rstrip('/'); MODE=sys.argv[2]
S=requests.Session()
def call(m,p,**k):
    t=time.time(); r=S.request(m,BASE+p,timeout=120,**k)
    body=r.text[:600].replace('\n',' ')
    print(f"{m} {p} -> {r.status_code} {1000*(time.time()-t):.0f}ms {body}\n",flush=True)
    return r
r=call('POST','/api/v1/security/login',json=dict(username='admin',password='admin',provider='db',refresh=True))
tok=r.json()['access_token']; S.headers['Authorization']='Bearer '+tok
r=call('GET','/api/v1/security/csrf_token/')
S.headers['X-CSRFToken']=r.json()['result']; S.headers['Referer']=BASE
def add(name,uri):
    r=call('POST','/api/v1/database/',json=dict(database_name=name,sqlalchemy_uri=uri,expose_in_sqllab=True,allow_run_async=False))
    if r.status_code==422 and 'already exists' in r.text:
        q=S.get(BASE+'/api/v1/database/').json()['result']
        return [d['id'] for d in q if d['database_name']==name][0]
    return r.json().get('id') if r.ok else None
def chain(db,schema,table,dim,meas,catalog=None):
    call('GET',f'/api/v1/database/{db}/catalogs/')
    call('GET',f'/api/v1/database/{db}/schemas/')
    call('GET',f'/api/v1/database/{db}/tables/?q=(schema_name:{schema},force:!t)')
    call('GET',f'/api/v1/database/{db}/table_metadata/?name={table}&schema={schema}')
    body=dict(database=db,table_name=table,schema=schema)
    if catalog: body['catalog']=catalog
    r=call('POST','/api/v1/dataset/',json=body); 
    if not r.ok:
        ds=[d['id'] for d in S.get(BASE+'/api/v1/dataset/?q=(page_size:100)').json()['result'] if d['table_name']==table and d['schema']==schema]
        if not ds: return False
        ds=ds[0]
    else: ds=r.json()['id']
    q=dict(columns=[dim],metrics=[dict(expressionType='SQL',sqlExpression=f'SUM({meas})',label='s'),dict(expressionType='SIMPLE',column=dict(column_name=meas),aggregate='AVG',label='a')],orderby=[['s',False]],row_limit=10,filters=[dict(col=dim,op='IS NOT NULL')])
    r=call('POST','/api/v1/chart/data',json=dict(datasource=dict(id=ds,type='table'),force=True,queries=[q],result_format='json',result_type='full'))
    ok=r.ok
    r2=call('POST','/api/v1/chart/data',json=dict(datasource=dict(id=ds,type='table'),force=True,queries=[dict(q,columns=[dim])],result_format='csv',result_type='results'))
    r3=call('POST','/api/v1/sqllab/execute/',json=dict(database_id=db,schema=schema,sql=f'SELECT {dim}, COUNT(*) c FROM {table} GROUP BY {dim} ORDER BY 2 DESC',runAsync=False,queryLimit=100,client_id='lab%07d'%(time.time()%1e7)))
    return ok and r2.ok and r3.ok
if MODE=='trino-probe':
    call('POST','/api/v1/database/test_connection/',json=dict(sqlalchemy_uri='trino://analyst@127.0.0.1:18999/sanpin/main',database_name='probe'))
    call('POST','/api/v1/database/',json=dict(database_name='trino_nobody',sqlalchemy_uri='trino://analyst@127.0.0.1:18999/sanpin/main'))
    sys.exit(0)
if MODE=='sqlite':
    db=add('sqlite','sqlite:///'+sys.argv[3]); sys.exit(0 if chain(db,'main','sales','region','amount') else 1)
if MODE=='trino':
    uri,schema,table,dim,meas=sys.argv[3:8]
    call('POST','/api/v1/database/test_connection/',json=dict(sqlalchemy_uri=uri,database_name='t'))
    db=add('sanpin',uri); sys.exit(0 if db and chain(db,schema,table,dim,meas) else 1)
